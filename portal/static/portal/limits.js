/* A browser cuts what is pasted over a limit and says nothing. Here it stays as it was typed, and is counted: the server
   refuses it in words. A control says its limit by `maxlength`, or by `data-most` where the server leaves that out. */
(() => {
  const { told } = document.currentScript.dataset;
  const NEAR = 0.8;

  function limit(control) {
    if (control.maxLength > 0) {
      control.dataset.most = control.maxLength;
      control.removeAttribute("maxlength");
    }
    return Number(control.dataset.most);
  }

  function noteOf(control) {
    if (!control.limitNote) {
      control.limitNote = document.createElement("p");
      control.limitNote.className = "limit-note";
      control.limitNote.setAttribute("role", "status");
      (control.closest(".w-field__input") || control).after(control.limitNote);
    }
    return control.limitNote;
  }

  function count(control, most) {
    const letters = [...control.value].length;
    if (letters < most * NEAR && !control.limitNote) return;
    const note = noteOf(control);
    note.textContent = letters < most * NEAR ? "" : told.replace("{letters}", letters).replace("{most}", most);
    note.classList.toggle("limit-passed", letters > most);
  }

  for (const kind of ["focusin", "beforeinput", "input"]) {
    document.addEventListener(kind, ({ target }) => {
      if (!target.matches?.("input, textarea")) return;
      const most = limit(target);
      if (most) count(target, most);
    });
  }
})();

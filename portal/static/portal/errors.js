/* After a failed save: says what is wrong in a list that leads to each field, and opens the tab in which the first error
   sits. Wagtail counts errors on its tabs and has a button to the first one; streams draw theirs in the browser, so the
   list is made here. */
(() => {
  const { heading } = document.currentScript.dataset;
  const text = (element) => element?.textContent.trim().replace(/\s*\*$/, "").replace(/\s+/g, " ") || "";

  function reveal(element) {
    for (let at = element; at; at = at.parentElement) {
      if (at.matches("[role=tabpanel][hidden]")) document.querySelector(`[role=tab][href="#${at.id}"]`)?.click();
      if (at.matches("details")) at.open = true;
      if (at.matches(".w-panel__content[hidden]")) document.querySelector(`[aria-controls="${at.id}"]`)?.click();
    }
  }

  /* What the panels around an error are called, from the outside in: "Calls, Call 2, Opens". */
  function where(error) {
    const names = [];
    for (let at = error; at; at = at.parentElement) {
      if (at.matches(".w-field__wrapper, .w-panel__wrapper")) names.unshift(text(at.querySelector(":scope > label")));
      if (at.matches("[data-panel]")) names.unshift(text(at.querySelector("[data-panel-heading-text], [data-panel-heading]")));
    }
    return names.filter((name, at) => name && name !== names[at - 1]).join(", ");
  }

  function control(error) {
    const field = error.closest(".w-field__wrapper, [data-panel]");
    const input = field?.querySelector("[data-field-input], .w-panel__content");
    const inputs = input?.querySelectorAll("input, select, textarea, [contenteditable=true], button, a") || [];
    return [...inputs].find((one) => one.getClientRects().length);
  }

  function go(error) {
    reveal(error);
    requestAnimationFrame(() => {
      control(error)?.focus({ preventScroll: true });
      (error.closest(".w-field__wrapper") || error).scrollIntoView({ block: "center" });
    });
  }

  function line(error) {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    const place = where(error);
    link.href = `#${error.id}`;
    link.textContent = place ? `${place}: ${text(error)}` : text(error);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go(error);
    });
    return item;
  }

  /* Wagtail's message repeats the errors of fields when there is one of the whole form: once is enough. */
  function leaveOut(errors) {
    const known = errors.map(text);
    for (const told of document.querySelectorAll(".messages .errorlist li")) {
      told.hidden = known.some((words) => text(told).endsWith(`: ${words}`));
    }
  }

  function list(form, errors) {
    const box = document.createElement("div");
    box.className = "form-errors";
    box.tabIndex = -1;
    box.setAttribute("role", "group");
    const title = box.appendChild(document.createElement("h2"));
    title.id = "form-errors-heading";
    title.textContent = heading;
    box.setAttribute("aria-labelledby", title.id);
    box.appendChild(document.createElement("ul")).append(...errors.map(line));
    form.prepend(box);
    return box;
  }

  window.addEventListener("load", () => {
    const form = document.querySelector("form[data-edit-form]");
    const errors = form ? [...form.querySelectorAll(".error-message:not([hidden])")].filter(text) : [];
    if (!errors.length) return;
    for (const [at, error] of errors.entries()) error.id ||= `error-${at + 1}`;
    reveal(errors[0]);
    leaveOut(errors);
    list(form, errors).focus({ preventScroll: true });
  });
})();

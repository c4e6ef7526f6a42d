/* Says in words what the server understands of a date while it is typed. It writes into a field only when somebody
   chooses a day in the calendar. Everything works without it: the words then come with the page. */
(() => {
  const PAUSE = 300;
  const waiting = new WeakMap();
  const meant = new WeakMap();

  const row = (input, name) => input.name.replace(/[^-]*$/, name);
  const place = (input) => document.getElementById(`${input.id}-said`);

  function address(input) {
    const box = input.dataset.box && document.getElementsByName(row(input, input.dataset.box))[0];
    return box && box.checked ? input.dataset.boxed : input.dataset.typedDate;
  }

  function show(input, { said = "", wrong = "", iso = "" }) {
    const words = place(input);
    if (!words) return;
    words.textContent = said || wrong;
    words.classList.toggle("typed-date-wrong", Boolean(wrong));
    meant.set(input, iso);
  }

  async function ask(input) {
    const text = input.value;
    const asked = `${address(input)}&text=${encodeURIComponent(text.slice(0, 150))}`;
    try {
      const answer = text.trim() ? await (await fetch(asked)).json() : {};
      if (input.value === text) show(input, answer);
      return answer;
    } catch {
      return {}; // nobody can say: the field stays without words until it is saved
    }
  }

  function askSoon(input) {
    show(input, {}); // what stood there was said of another text
    clearTimeout(waiting.get(input));
    waiting.set(input, setTimeout(ask, PAUSE, input));
  }

  async function openCalendar(input, picker) {
    const iso = meant.get(input) || (await ask(input)).iso || "";
    picker.value = iso.slice(0, 10);
    picker.showPicker();
  }

  function choose(input, day) {
    const clock = (meant.get(input) || "").slice(11, 16);
    input.value = clock ? `${day} ${clock}` : day;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.focus();
  }

  const typed = (within) => within.querySelector("[data-typed-date]");

  /* Wagtail numbers the first of two ids only when it adds a row. */
  document.addEventListener("focusin", ({ target }) => {
    const ids = target.matches("[data-typed-date]") && target.getAttribute("aria-describedby");
    if (ids && ids.includes("__prefix__")) {
      target.setAttribute("aria-describedby", ids.replace(/\S*__prefix__\S*-said/, `${target.id}-said`));
    }
  });
  document.addEventListener("input", ({ target }) => {
    if (target.matches("[data-typed-date]")) askSoon(target);
  });
  document.addEventListener("change", ({ target }) => {
    if (target.matches(".typed-date-picker") && target.value) choose(typed(target.parentElement), target.value);
    if (target.type !== "checkbox") return;
    document.querySelectorAll("[data-boxed]").forEach((input) => {
      if (row(input, input.dataset.box) === target.name) askSoon(input);
    });
  });
  document.addEventListener("click", ({ target }) => {
    const button = target.closest(".typed-date-open");
    if (button) openCalendar(typed(button.parentElement), button.nextElementSibling);
  });
  document.documentElement.classList.add("typed-dates-live");
})();

/* Many boxes, of which one sees those that are ticked and those that one looks for. Without it all of them are there. */
(() => {
  document.documentElement.classList.add("has-picked");
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function find(search) {
    const wanted = folded(search.value).split(/\s+/).filter(Boolean);
    const picked = search.closest("[data-picked]");
    let found = 0;
    for (const box of picked.querySelectorAll("input[type=checkbox]")) {
      const label = box.closest("label");
      const is = wanted.length > 0 && wanted.every((word) => folded(label.textContent).includes(word));
      label.parentElement.classList.toggle("is-found", is);
      found += is;
    }
    const told = picked.querySelector("[data-picked-found]");
    told.dataset.resting ??= told.textContent;
    told.textContent = wanted.length ? told.dataset.pickedFound.replace("#", found) : told.dataset.resting;
  }

  document.addEventListener("input", ({ target }) => {
    if (target.matches("[data-picked-search]")) find(target);
  });

  /* Enter and the arrow go on to what was found; neither sends the form. */
  document.addEventListener("keydown", (event) => {
    if (!event.target.matches("[data-picked-search]") || !["Enter", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    event.target.closest("[data-picked]").querySelector(".is-found input")?.focus();
  });
})();

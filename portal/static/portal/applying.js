/* Saves what is typed into a form of several steps, shows a question as soon as its condition holds, and says a closing
   time on the reader's own clock. Everything works without this file. */
(function () {
  "use strict";

  document.querySelectorAll("[data-own-clock]").forEach(function (line) {
    function said(zone, named) {
      return new Intl.DateTimeFormat(document.documentElement.lang, {
        weekday: "long", year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "2-digit",
        timeZone: zone, timeZoneName: named
      }).format(new Date(line.dataset.ownClock));
    }
    var zone = line.dataset.ownClockZone;
    if (zone && said(undefined) === said(zone)) return;
    var when = said(undefined, "long");
    line.textContent = line.dataset.ownClockWords.replace("{when}", when);
    line.hidden = false;
  });

  // A question that hangs on another one of this page.
  document.querySelectorAll("[data-only-if]").forEach(function (part) {
    var wanted = part.dataset.onlyIfAnswers.split(" ");
    var form = part.closest("form");
    function fit() {
      var chosen = new FormData(form).getAll(part.dataset.onlyIf);
      part.hidden = !chosen.some(function (answer) { return wanted.indexOf(answer === "on" ? "yes" : answer) >= 0; });
    }
    part.classList.add("only-if-scripted");
    form.addEventListener("change", fit);
    fit();
  });

  // The links to other languages lose nothing either: each presses the button that saves first.
  document.querySelectorAll("form button[name=speak]").forEach(function (button) {
    var link = document.querySelector(".languages a[hreflang='" + button.value + "']");
    if (!link) return;
    button.hidden = true;
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      button.form.requestSubmit(button);
    });
  });

  // Saved while one types, at the pauses, and when one turns away.
  var form = document.querySelector("form[data-saving]");
  if (!form || !form.dataset.saving) return;
  var told = form.querySelector("[data-saved]");
  var pause, waiting = false;

  function save() {
    clearTimeout(pause);
    if (!waiting) return;
    waiting = false;
    var typed = new FormData();
    new FormData(form).forEach(function (value, name) {
      if (typeof value === "string") typed.append(name, value);
    });
    typed.append("go", "save");
    fetch(form.action, {method: "POST", body: new URLSearchParams(typed), headers: {"X-Saving": "1"}, keepalive: document.hidden})
      .then(function (answer) { if (answer.status === 204) told.textContent = form.dataset.saving; }, function () {});
  }

  form.addEventListener("input", function () {
    waiting = true;
    told.textContent = "";
    clearTimeout(pause);
    pause = setTimeout(save, 1500);
  });
  form.addEventListener("submit", function () { clearTimeout(pause); waiting = false; });
  document.addEventListener("visibilitychange", function () { if (document.hidden) save(); });
})();

/* Counts the words or letters of an answer while it is typed, and copies addresses. Everything works without this file. */
(function () {
  "use strict";

  function countWords(text) {
    var words = text.trim().match(/\S+/g);
    return words ? words.length : 0;
  }

  // As the server counts: by letters and not by halves of one, without spaces around.
  function countLetters(text) {
    return Array.from(text.trim().normalize()).length;
  }

  function watch(line) {
    var answer = document.getElementById(line.dataset.wordsFor);
    if (!answer) return;
    var limit = Number(line.dataset.wordsMax);
    var count = "letters" in line.dataset ? countLetters : countWords;
    var pause;

    function tell() {
      var left = limit - count(answer.value);
      var words = left < 0 ? line.dataset.wordsOver : line.dataset.wordsLeft;
      line.textContent = words.replace("0", String(Math.abs(left)));
      line.classList.toggle("over", left < 0);
      line.hidden = false;
    }

    // Wait for a pause in typing, so that a screen reader is not interrupted at every letter.
    answer.addEventListener("input", function () {
      clearTimeout(pause);
      pause = setTimeout(tell, 600);
    });
    if (answer.value) tell();
  }

  document.querySelectorAll("[data-words-for]").forEach(watch);

  // An address to copy stands in a field that anybody can mark and copy; a button does both.
  function offerCopy(field) {
    if (!navigator.clipboard) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "button button-secondary";
    button.textContent = field.dataset.copy;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(field.value).then(function () {
        button.textContent = field.dataset.copied;
      }, function () {
        field.select();
      });
    });
    button.setAttribute("aria-live", "polite");
    field.after(button);
  }

  document.querySelectorAll("[data-copy]").forEach(offerCopy);
})();

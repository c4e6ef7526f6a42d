/* Puts a recording's player in place of its link when a reader presses for it. Nothing is asked of its site before. */
document.querySelectorAll(".recording[data-player]").forEach((recording) => {
  const offer = recording.querySelector("[hidden]");
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = recording.dataset.player;
    frame.title = recording.dataset.title;
    frame.allow = "autoplay; fullscreen; picture-in-picture";
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin-when-cross-origin"; // YouTube plays nothing for a page without a name
    offer.replaceWith(frame);
    frame.focus();
  });
});

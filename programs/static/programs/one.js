// Says every half a minute that this page is open, and shows who else has it open.
(() => {
  const here = document.querySelector("[data-here]");
  const token = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (!here || !token) return;
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(here.dataset.here, { method: "POST", headers: { "X-CSRFToken": token.value } });
      if (!answer.ok || answer.redirected) return;
      const told = (await answer.text()).trim();
      if (told !== here.innerHTML.trim()) here.innerHTML = told;
    } catch {
      // Offline for a while: the next time tells.
    }
  };
  setInterval(ask, 30000);
  document.addEventListener("visibilitychange", ask);
})();

/* Asks a security key (WebAuthn). Without it, or where the browser has none, the forms stay hidden and the code is there. */
(function () {
  "use strict";

  function bytes(text) {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (character) => character.charCodeAt(0));
  }

  function text(buffer) {
    const plain = String.fromCharCode(...new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function readable(options) {
    const known = options.publicKey;
    const listed = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }));
    const read = { ...known, challenge: bytes(known.challenge) };
    if (known.user) {
      read.user = { ...known.user, id: bytes(known.user.id) };
      read.excludeCredentials = listed(known.excludeCredentials);
    } else {
      read.allowCredentials = listed(known.allowCredentials);
    }
    return { publicKey: read };
  }

  function sendable(credential) {
    const said = credential.response;
    const response = { clientDataJSON: text(said.clientDataJSON) };
    if (said.attestationObject) {
      response.attestationObject = text(said.attestationObject);
    } else {
      response.authenticatorData = text(said.authenticatorData);
      response.signature = text(said.signature);
      response.userHandle = said.userHandle ? text(said.userHandle) : null;
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: response,
      clientExtensionResults: credential.getClientExtensionResults(),
    });
  }

  document.querySelectorAll("form[data-webauthn]").forEach((form) => {
    if (!window.PublicKeyCredential) {
      return;
    }
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const told = form.querySelector("[data-failed]");
      told.textContent = "";
      const options = readable(JSON.parse(form.querySelector("script").textContent));
      try {
        const credential = await navigator.credentials[form.dataset.webauthn](options);
        form.elements.answer.value = sendable(credential);
        form.submit();
      } catch {
        told.textContent = told.dataset.failed;
      }
    });
  });
})();

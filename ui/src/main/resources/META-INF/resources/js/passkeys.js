// Passkeys of the browser: what the server says in JSON, the browser wants in bytes, and the other way round.
window.lintelPasskeys = (() => {
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = list => (list || []).map(one => ({ type: one.type, id: bytes(one.id) }));
  const answer = (credential, response) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment
  });

  const post = async (path, body) => {
    const meta = name => document.head.querySelector(`meta[name="${name}"]`)?.content;
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', [meta('_csrf_header')]: meta('_csrf') },
      body: body && JSON.stringify(body)
    });
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    return response.json();
  };

  return {
    // the answer to a wish of the server for a new passkey, as JSON
    async create(wish) {
      const options = JSON.parse(wish);
      options.challenge = bytes(options.challenge);
      options.user.id = bytes(options.user.id);
      options.excludeCredentials = known(options.excludeCredentials);
      const made = await navigator.credentials.create({ publicKey: options });
      return JSON.stringify(answer(made, {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
        transports: made.response.getTransports ? made.response.getTransports() : []
      }));
    },

    async logIn() {
      const base = document.baseURI;
      const options = await post(new URL('webauthn/authenticate/options', base));
      options.challenge = bytes(options.challenge);
      options.allowCredentials = known(options.allowCredentials);
      const shown = await navigator.credentials.get({ publicKey: options });
      const result = await post(new URL('login/webauthn', base), answer(shown, {
        authenticatorData: text(shown.response.authenticatorData),
        clientDataJSON: text(shown.response.clientDataJSON),
        signature: text(shown.response.signature),
        userHandle: shown.response.userHandle && text(shown.response.userHandle)
      }));
      location.assign(result.redirectUrl);
    }
  };
})();

// Logs in without loading the page again: it has everything already that the pages behind it need.
window.lintelLogin = (form, view) => form.addEventListener('login', async entered => {
  entered.preventDefault();
  const meta = name => document.head.querySelector(`meta[name="${name}"]`)?.content;
  const body = new URLSearchParams(entered.detail);
  body.append(meta('_csrf_parameter'), meta('_csrf'));
  const login = new URL(form.action, document.baseURI).href;
  const tried = { method: 'POST', body, credentials: 'same-origin', headers: { Accept: 'text/html' } };
  // without an answer the form is sent as it is, so that the browser says what is wrong
  const answer = await fetch(login, tried).catch(() => undefined);
  if (!answer) {
    HTMLFormElement.prototype.submit.call(form.querySelector('form'));
  } else if (answer.url.startsWith(login) || !answer.url.startsWith(document.baseURI)) {
    location.assign(answer.url);
  } else {
    view.$server.loggedIn(answer.url.substring(document.baseURI.length));
  }
});

// The editor of an answer: nothing typed is lost, not with a closed laptop and not without a network.
const form = document.querySelector("form[data-keep]");
if (form) {
  keepText(form);
  pasteAsMarkdown(form);
}

// What is copied in a word processor keeps its lists, tables and emphasis. Strg+Umschalt+V pastes it plain.
function pasteAsMarkdown(form) {
  const text = form.querySelector(".anf-editor__field");
  text.addEventListener("paste", async (event) => {
    const html = event.clipboardData.getData("text/html");
    const plain = event.clipboardData.getData("text/plain");
    if (!/<(table|ul|ol|li|b|strong|i|em|h[1-6]|a)\b|mso-list|font-weight:\s*(bold|[6-9]00)|font-style:\s*italic/i.test(html)) return;
    event.preventDefault();
    insert((await markdownOf(html)) ?? plain);
  });

  async function markdownOf(html) {
    const body = new FormData();
    body.set("Html", html);
    body.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    try {
      const answer = await fetch("/einfuegen", { method: "POST", body });
      return answer.ok && !answer.redirected ? (await answer.json()).markdown : null;
    } catch {
      return null;
    }
  }

  // The command is old, but the only one that "undo" knows of.
  function insert(written) {
    text.focus();
    if (!document.execCommand("insertText", false, written)) text.setRangeText(written, text.selectionStart, text.selectionEnd, "end");
  }
}

function keepText(form) {
  const text = form.querySelector(".anf-editor__field");
  const state = form.querySelector("[data-kept]");
  const place = `anfragen:${form.dataset.keepAs}`;
  const pause = 2000;
  let waiting;
  let isSending = false;
  let isRefused = false;

  offerUnsent();
  form.addEventListener("input", () => {
    remember();
    clearTimeout(waiting);
    waiting = setTimeout(send, pause);
  });
  form.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(send, pause);
  });
  form.addEventListener("submit", () => clearTimeout(waiting));
  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") send();
  });

  // Until the service has the text, the browser holds it.
  function remember() {
    write(place, { text: text.value, at: Date.now() });
  }

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // No room, or switched off: the service still gets it.
    }
  }

  async function send() {
    clearTimeout(waiting);
    if (isRefused || !read(place)) return;
    if (isSending) {
      waiting = setTimeout(send, pause);
      return;
    }
    isSending = true;
    const sent = text.value;
    try {
      const answer = await fetch(form.dataset.keep, { method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: sent.length < 15000 });
      const said = new DOMParser().parseFromString(await answer.text(), "text/html").body.textContent.trim();
      if (answer.ok && !answer.redirected) {
        say(said);
        if (text.value === sent) {
          localStorage.removeItem(place);
          form.dispatchEvent(new CustomEvent("kept", { bubbles: true }));
        }
      } else {
        // Refused for good: another window has the text, or the form is no longer valid.
        isRefused = answer.status === 409;
        say(answer.status === 409 || answer.status === 422 ? said : "Nicht gesichert: Der Text liegt nur in diesem Browser. Melden Sie sich in einem anderen Fenster neu an.", true);
      }
    } catch {
      say("Keine Verbindung: Der Text liegt nur in diesem Browser und wird gesichert, sobald es wieder geht.", true);
      waiting = setTimeout(send, 10 * pause);
    } finally {
      isSending = false;
    }
  }

  function say(sentence, isUrgent) {
    if (state.textContent === sentence) return;
    state.textContent = sentence;
    const announcement = document.getElementById("announcement");
    if (isUrgent && announcement) announcement.textContent = sentence;
  }

  // What an earlier visit left behind waits apart, so that typing now does not overwrite it.
  function offerUnsent() {
    const apart = `${place}:apart`;
    const plain = (value) => value.replace(/\r\n/g, "\n").trim();
    const left = [read(place), ...(read(apart) ?? [])].filter((kept) => kept && plain(kept.text) !== plain(text.value));
    localStorage.removeItem(place);
    if (left.length === 0) {
      localStorage.removeItem(apart);
      return;
    }
    write(apart, left);
    const offer = document.querySelector("[data-unsent]");
    const show = () => {
      offer.hidden = left.length === 0;
      if (left.length > 0)
        offer.querySelector("[data-unsent-time]").textContent = new Date(left[0].at).toLocaleString("de-DE", { dateStyle: "medium", timeStyle: "short" });
    };
    const decide = () => {
      const kept = left.shift();
      write(apart, left);
      show();
      text.focus();
      return kept;
    };
    offer.querySelector("[data-unsent-take]").addEventListener("click", () => {
      text.value = decide().text;
      text.dispatchEvent(new Event("input", { bubbles: true }));
    });
    offer.querySelector("[data-unsent-drop]").addEventListener("click", decide);
    show();
  }
}

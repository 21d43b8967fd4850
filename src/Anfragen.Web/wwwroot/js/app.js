// Everything works without this file; it only makes things quicker.
document.documentElement.classList.add("js");

// A refused form begins with its reasons.
document.querySelector("[data-focus]")?.focus();

// Ctrl/Cmd with B, I or K in an editor presses the button of its toolbar.
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !event.target.matches?.(".anf-editor__field"))
    return;
  const toolbar = document.querySelector(`markdown-toolbar[for="${CSS.escape(event.target.id)}"]`);
  const button = toolbar?.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// Leaving with unsaved text asks first; submitting and an autosave that succeeded clear the flag. A form that was shown again holds such text from the start.
let unsaved = document.querySelector('form[data-guard="unsaved"]') !== null;
document.addEventListener("input", (event) => {
  if (event.target.closest?.("form[data-guard]")) unsaved = true;
});
document.addEventListener("submit", () => {
  unsaved = false;
});
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});

document.addEventListener("kept", () => {
  unsaved = false;
});

// After a partial update: read a new result out.
document.addEventListener("htmx:after:swap", () => {
  const result = document.querySelector("[data-announce]");
  const announcement = document.getElementById("announcement");
  if (result && announcement && announcement.textContent !== result.dataset.announce)
    announcement.textContent = result.dataset.announce;
});

// The pages of the letter follow the text while they are shown.
document.querySelectorAll("form .anf-sheets").forEach((details) => {
  const pages = details.querySelector("[hx-post]");
  let waiting;
  const refresh = () => {
    if (details.open) pages.dispatchEvent(new Event("refresh"));
  };
  details.addEventListener("toggle", refresh);
  details.closest("form").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 600);
  });
});

// The account menu closes with Escape and when the focus leaves it.
document.querySelectorAll(".anf-account").forEach((menu) => {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", (event) => {
    if (menu.open && !menu.contains(event.relatedTarget)) menu.open = false;
  });
});

// A second click on a submit button does not send a second form; the server would notice it anyhow.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "true";
});
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

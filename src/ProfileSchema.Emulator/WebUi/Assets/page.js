// Keeps the view up to date: asks once a second whether anything changed, and if so changes what differs and nothing else, so
// that focus, selection and opened parts stay. Without this script everything works by reloading.
"use strict";
(() => {
  const pace = 1000;
  const slowestPace = 8000;
  const state = document.getElementById("live-state");
  const button = document.getElementById("live-switch");
  const news = document.getElementById("news");
  let tag = null;
  let paused = false;
  let timer = 0;
  let turn = 0;
  let isAsked = false;
  let told = Date.now();
  let toldCalls = callsOf(document);

  function callsOf(page) {
    return Number(page.getElementById("content").dataset.calls);
  }

  function say(text, isGood) {
    if (state.textContent !== text) {
      state.textContent = text;
      state.className = isGood ? "on" : "off";
    }
  }

  function plan(delay) {
    clearTimeout(timer);
    if (!paused && !document.hidden) {
      timer = setTimeout(refresh, delay);
    }
  }

  async function refresh() {
    clearTimeout(timer);
    const mine = ++turn;
    const started = performance.now();
    try {
      const response = await fetch(location.href, { cache: "no-store", headers: tag ? { "If-None-Match": tag } : {} });
      const text = response.status === 304 ? null : await response.text();
      if (mine !== turn) {
        return;
      }
      if (text !== null) {
        tag = response.headers.get("ETag");
        show(new DOMParser().parseFromString(text, "text/html"));
      }
      if (!paused) {
        say("Live", true);
      }
      // A view that takes long to make is asked for less often.
      plan(Math.min(slowestPace, Math.max(pace, 4 * (performance.now() - started))));
    } catch {
      if (mine === turn) {
        tag = null;
        say("The emulator does not answer", false);
        plan(slowestPace / 2);
      }
    }
  }

  function show(page) {
    document.title = page.title;
    tell(callsOf(page));
    change(document.getElementById("content"), page.getElementById("content"), true);
    const count = isAsked ? document.querySelector(".count") : null;
    if (count) {
      news.textContent = count.textContent;
    }
    isAsked = false;
  }

  // Not every call is told to a screen reader, but every few seconds how many came.
  function tell(calls) {
    if (calls > toldCalls && Date.now() - told > 5000) {
      news.textContent = calls - toldCalls === 1 ? "1 new call" : calls - toldCalls + " new calls";
      told = Date.now();
      toldCalls = calls;
    } else if (calls < toldCalls) {
      toldCalls = calls;
    }
  }

  function keyOf(node) {
    return node.nodeType === Node.ELEMENT_NODE ? node.dataset.key || node.id : "";
  }

  function fits(old, fresh) {
    return old.nodeType === fresh.nodeType && old.nodeName === fresh.nodeName && keyOf(old) === keyOf(fresh);
  }

  function change(old, fresh, isRoot) {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.nodeValue !== fresh.nodeValue) {
        old.nodeValue = fresh.nodeValue;
      }
      return;
    }
    for (const name of old.getAttributeNames()) {
      // What the reader opened stays open; a mark of newness goes with its animation.
      if (!fresh.hasAttribute(name) && name !== "open" && name !== "data-new") {
        old.removeAttribute(name);
      }
    }
    for (const name of fresh.getAttributeNames()) {
      if (old.getAttribute(name) !== fresh.getAttribute(name)) {
        old.setAttribute(name, fresh.getAttribute(name));
      }
    }
    if (isRoot || !(old instanceof HTMLSelectElement)) {
      changeChildren(old, fresh);
    } else if (old !== document.activeElement && old.innerHTML !== fresh.innerHTML) {
      const chosen = old.value;
      changeChildren(old, fresh);
      old.value = chosen;
    }
  }

  function changeChildren(old, fresh) {
    // In order for each key: a parameter that was sent twice is two rows of one name.
    const kept = new Map();
    for (const child of old.children) {
      if (keyOf(child)) {
        const key = child.nodeName + keyOf(child);
        kept.set(key, [...(kept.get(key) ?? []), child]);
      }
    }
    let at = old.firstChild;
    for (const child of [...fresh.childNodes]) {
      const same = keyOf(child) ? kept.get(child.nodeName + keyOf(child))?.shift() : at && fits(at, child) ? at : null;
      if (same) {
        if (same === at) {
          at = at.nextSibling;
        } else {
          old.insertBefore(same, at);
        }
        change(same, child, false);
      } else {
        const added = document.importNode(child, true);
        if (added.nodeName === "TR") {
          added.dataset.new = "";
        }
        old.insertBefore(added, at);
      }
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
  }

  // How much was found is told by whichever answer shows it: another may overtake the one that is asked for here.
  function go(address) {
    history.replaceState(null, "", address);
    tag = null;
    isAsked = true;
    refresh();
  }

  function addressOf(form) {
    const fields = [...new FormData(form)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(fields).toString();
    return query ? form.getAttribute("action") + "?" + query : form.getAttribute("action");
  }

  let typing = 0;
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-filter]");
    if (form) {
      clearTimeout(typing);
      typing = setTimeout(() => go(addressOf(form)), 250);
    }
  });
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    go(addressOf(event.target));
  });
  document.addEventListener("visibilitychange", () => plan(0));

  button.hidden = false;
  button.addEventListener("click", () => {
    paused = !paused;
    button.setAttribute("aria-pressed", String(paused));
    if (paused) {
      turn++;
      clearTimeout(timer);
      say("Paused", false);
    } else {
      refresh();
    }
  });
  say("Live", true);
  plan(pace);
})();

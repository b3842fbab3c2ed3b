// A slider over the moments at which something changed: moving it replays the ledger without loading the whole page anew.

const main = () => document.getElementById("main");

function spoken(iso) {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(new Date(iso));
}

function nearest(moments, now) {
  let at = 0;
  moments.forEach((moment, i) => { if (moment <= now) at = i; });
  return at;
}

async function show(address) {
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  if (!answer.ok) { location.assign(address); return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  main().replaceWith(page.getElementById("main"));
  document.title = page.title;
  history.replaceState(null, "", address);
  const [old, fresh] = [document, page].map((d) => d.getElementById("as_of"));
  if (old && fresh) old.value = fresh.value;
  const [told, tells] = [document, page].map((d) => d.querySelector(".asof .moment"));
  if (told && tells) told.replaceWith(tells);
  const steps = document.querySelector(".steps");
  for (const [side, put] of [["back", "prepend"], ["on", "append"]]) {
    steps.querySelector(`.${side}`)?.remove();
    const is = page.querySelector(`.steps .${side}`);
    if (is) steps[put](is);
  }
}

export function replay() {
  const steps = document.querySelector(".steps[data-moments]");
  if (!steps) return;
  // Moments after the one shown are not on the page; the address without a moment knows them.
  const moments = steps.dataset.moments.split(" ").filter(Boolean);
  if (moments.length < 2) return;
  const slider = Object.assign(document.createElement("input"), {
    type: "range", min: 0, max: moments.length - 1, step: 1, value: nearest(moments, steps.dataset.now),
  });
  const tell = () => slider.setAttribute("aria-valuetext", spoken(moments[slider.value]));
  slider.setAttribute("aria-label", "Replay: moments at which something changed");
  let last = 0;
  slider.addEventListener("input", async () => {
    tell();
    const mine = ++last;
    await new Promise((go) => setTimeout(go, 120));
    if (mine !== last) return;
    const address = new URL(location.href);
    address.searchParams.set("as_of", moments[slider.value]);
    address.searchParams.delete("page");
    await show(address);
  });
  tell();
  steps.insertBefore(slider, steps.querySelector(".on"));
}

// Keys on a report: j and k from evidence to evidence, Enter to what rests on it, ? for this list.

export function keys() {
  const text = document.querySelector(".report-text");
  if (!text) return;
  const owners = [...document.querySelectorAll(".margin [data-of]")];
  let at = -1;

  function go(to) {
    if (!owners.length) return;
    at = (to + owners.length) % owners.length;
    const of = owners[at].dataset.of;
    document.querySelectorAll(".now").forEach((e) => e.classList.remove("now"));
    text.querySelectorAll("[data-of]").forEach((e) => { if (e.dataset.of.split(" ").includes(of)) e.classList.add("now"); });
    owners[at].classList.add("now");
    const link = owners[at].querySelector("a") ?? owners[at];
    link.focus({ preventScroll: true });
    owners[at].scrollIntoView({ block: "center", behavior: "auto" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "j" || event.key === "n") go(at + 1);
    else if (event.key === "k" || event.key === "p") go(at - 1);
    else return;
    event.preventDefault();
  });
  owners.forEach((owner, i) => owner.addEventListener("focusin", () => { at = i; }));
}

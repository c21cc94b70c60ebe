//<![CDATA[
// Narrows lists down by words and choices. Without it every item is shown and the controls stay hidden.
"use strict";
(() => {
  const language = document.documentElement.lang;
  const plain = (text) => text.toLocaleLowerCase(language).replace(/\s+/g, " ").trim();

  // An item passes a search when it holds all its words, and a choice when the choice is among its values.
  function passes(item, control, texts) {
    if (control.type !== "search") return (item.dataset[control.name] || "").split(" ").includes(control.value);
    if (!texts.has(item)) texts.set(item, plain(item.textContent));
    return plain(control.value).split(" ").every((word) => texts.get(item).includes(word));
  }

  function start(form) {
    const items = Array.from(document.getElementById(form.dataset.list).querySelectorAll("[data-item]"));
    const controls = Array.from(form.elements).filter((control) => control.name);
    const status = form.querySelector("output");
    const texts = new Map();

    function apply() {
      const active = controls.filter((control) => control.value.trim() !== "");
      let shown = 0;
      for (const item of items) {
        item.hidden = !active.every((control) => passes(item, control, texts));
        if (!item.hidden) shown += 1;
      }
      status.textContent = form.dataset.status
        .replace("{shown}", shown.toLocaleString(language)).replace("{all}", items.length.toLocaleString(language));
      if (search) carry();
    }

    // The other pages of a long list are searched for the same words.
    const search = controls.find((control) => control.type === "search");
    function carry() {
      for (const link of document.querySelectorAll(".pages a")) {
        link.hash = search.value.trim() === "" ? "quotes" : "q=" + encodeURIComponent(search.value);
      }
    }
    if (search && location.hash.startsWith("#q=")) search.value = decodeURIComponent(location.hash.slice(3));

    // A choice that can only be "all" helps nobody.
    for (const control of controls) {
      if (control.tagName === "SELECT" && control.options.length < 2) control.closest("label").hidden = true;
    }

    // A link to a sender of the page chooses that sender.
    function follow() {
      const choice = controls.find((control) => control.name === "sender");
      const sender = choice && Array.from(choice.options).find((option) => "#" + option.dataset.anchor === location.hash);
      if (!sender) return;
      choice.value = sender.value;
      apply();
      form.scrollIntoView();
    }

    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    addEventListener("hashchange", follow);
    // A link to a hidden item shows it.
    addEventListener("hashchange", () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.hidden || !items.includes(target)) return;
      form.reset();
      target.hidden = false;
      target.scrollIntoView();
    });
    apply();
    follow();
  }

  document.querySelectorAll("form[data-list]").forEach(start);
})();
//]]>

// Leaving also takes this page out of the history, which a link alone cannot do.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-leave]") : null;
  if (!link) return;
  event.preventDefault();
  document.title = "\u200b";
  document.body.hidden = true;
  location.replace(link.href);
});

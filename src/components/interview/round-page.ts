/** The round wears the theme of the page that frames it. */
const outside = parent.document.documentElement;
const wear = () => {
  document.documentElement.dataset['theme'] =
    outside.dataset['theme'] ?? 'light';
};

wear();
new MutationObserver(wear).observe(outside, {
  attributeFilter: ['data-theme'],
});

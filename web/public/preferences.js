// Runs before the first paint, so that a remembered theme or language never flashes the other one.
(function () {
  try {
    var theme = localStorage.getItem('touchstone.theme');
    var locale = localStorage.getItem('touchstone.locale');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    if (locale === 'en' || locale === 'vi') document.documentElement.lang = locale;
  } catch {
    // Storage is switched off: the defaults apply.
  }
})();

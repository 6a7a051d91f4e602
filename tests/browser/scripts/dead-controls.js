() => [...document.querySelectorAll("button:not(.x-search__go), select, input:not(#x-search-input)")]
  .filter((control) => control.checkVisibility()).map((control) => control.outerHTML)

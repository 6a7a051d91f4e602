new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) (window.shifts ??= []).push(entry.value.toFixed(4) + " " + entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80)).join(", "));
}).observe({ type: "layout-shift", buffered: true });

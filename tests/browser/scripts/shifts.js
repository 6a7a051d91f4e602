new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    (window.shifts ??= []).push({
      value: entry.value,
      nodes: entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "?"),
    });
}).observe({ type: "layout-shift", buffered: true });

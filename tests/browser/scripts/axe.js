async (runOnly) => {
  const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
  const why = (node) => node.failureSummary.split("\n")[1]?.trim();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length}, ${nodes[0].html.slice(0, 160)} (${why(nodes[0])})`);
}

/** The nodes that the viewer chose. */
export const ON = `node=~"$node"`;

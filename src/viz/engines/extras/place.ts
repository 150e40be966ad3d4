/** Where a pointer is, in the picture's own places, however the picture is zoomed and the page around it. */
export function placeIn(
  svg: SVGSVGElement,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
): DOMPoint {
  const point = new DOMPoint(clientX, clientY);
  return point.matrixTransform(svg.getScreenCTM()?.inverse());
}

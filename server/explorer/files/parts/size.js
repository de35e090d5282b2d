// The width that a component has on the page.
import { useLayoutEffect, useRef, useState } from "preact/hooks";

// useWidth returns [ref, width]: put ref on an element to know its width in pixels, which is start before it is drawn.
export function useWidth(start) {
  const ref = useRef(null);
  const [width, setWidth] = useState(start);
  useLayoutEffect(() => {
    const measure = () => ref.current?.clientWidth > 0 && setWidth(ref.current.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

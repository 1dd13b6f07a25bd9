// Widgets of Today are moved by their grip and resized by their corner: with a mouse, a pen or a finger alike. Nothing else
// moves meanwhile; the server is told when it is done, and Escape takes it back.
(() => {
  if (window.lintelDashboard) return;
  window.lintelDashboard = true;
  const EDGE = 48;
  let held = null;

  const frames = (board) => [...board.querySelectorAll(':scope > .widget')];

  function unmark() {
    frames(held.board).forEach((frame) => frame.classList.remove('drop-before', 'drop-after'));
  }

  function moving(event) {
    const { frame, board } = held;
    frame.style.transform = `translate(${event.pageX - held.x}px, ${event.pageY - held.y}px)`;
    unmark();
    held.place = null;
    const under = document.elementsFromPoint(event.clientX, event.clientY)
      .map((element) => element.closest('.widget'))
      .find((other) => other && other !== frame && other.parentElement === board);
    if (!under) return;
    const box = under.getBoundingClientRect();
    const upright = getComputedStyle(board).gridTemplateColumns.split(' ').length === 1;
    const after = upright ? event.clientY > box.top + box.height / 2 : event.clientX > box.left + box.width / 2;
    under.classList.add(after ? 'drop-after' : 'drop-before');
    held.place = frames(board).filter((other) => other !== frame).indexOf(under) + (after ? 1 : 0);
  }

  function sizing(event) {
    const { frame, board } = held;
    const style = getComputedStyle(board);
    const columns = style.gridTemplateColumns.split(' ').map(parseFloat);
    const gap = parseFloat(style.columnGap) || 0;
    const row = parseFloat(style.getPropertyValue('--row')) * parseFloat(getComputedStyle(document.documentElement).fontSize);
    const box = frame.getBoundingClientRect();
    const cells = (length, cell, most) => Math.min(most, Math.max(1, Math.round((length + gap) / (cell + gap))));
    held.height = cells(event.clientY - box.top, row, 8);
    // with fewer columns than there could be, the width that was chosen for a desk stays
    held.width = columns.length === 6 ? cells(event.clientX - box.left, columns[0], 6) : Number(held.before.w);
    frame.style.setProperty('--w', held.width);
    frame.style.setProperty('--h', held.height);
  }

  function end(taken) {
    const { frame, kind } = held;
    frame.classList.remove('held');
    if (kind === 'move') {
      unmark();
      frame.style.transform = '';
      if (taken && held.place !== null) {
        frame.dispatchEvent(new CustomEvent('widget-drop', { detail: { place: held.place } }));
      }
    } else if (taken && held.width) {
      frame.dispatchEvent(new CustomEvent('widget-size', { detail: { width: held.width, height: held.height } }));
    } else {
      frame.style.setProperty('--w', held.before.w);
      frame.style.setProperty('--h', held.before.h);
    }
    held = null;
  }

  document.addEventListener('pointerdown', (event) => {
    const handle = event.target.closest?.('.widget-grip, .widget-corner');
    if (!handle || event.button !== 0 || held) return;
    event.preventDefault();
    const frame = handle.closest('.widget');
    const style = getComputedStyle(frame);
    held = {
      frame, board: frame.parentElement, kind: handle.classList.contains('widget-grip') ? 'move' : 'size',
      x: event.pageX, y: event.pageY, pointer: event.pointerId, place: null,
      before: { w: style.getPropertyValue('--w'), h: style.getPropertyValue('--h') },
    };
    frame.classList.add('held');
    handle.setPointerCapture(event.pointerId);
  });
  document.addEventListener('pointermove', (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    if (event.clientY < EDGE) window.scrollBy(0, -12);
    if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, 12);
    (held.kind === 'move' ? moving : sizing)(event);
  });
  document.addEventListener('pointerup', (event) => { if (held && event.pointerId === held.pointer) end(true); });
  document.addEventListener('pointercancel', () => { if (held) end(false); });
  document.addEventListener('keydown', (event) => { if (held && event.key === 'Escape') { event.stopPropagation(); end(false); } }, true);
})();

// @ts-nocheck
// biome-ignore-all lint: a measuring stick, kept as it is so that its figures stay comparable
/**
 * The yardstick: a bare Raft core on virtual time, without faults, snapshots, membership, rules or trace. Mutable
 * objects and a mutable heap, dense on purpose; it measures the machine of the moment, and is no model of style.
 */
const F = 0,
  C = 1,
  L = 2;
const AE = 0,
  AER = 1,
  RV = 2,
  RVR = 3,
  TICK = 4,
  HB = 5;
const LAT = 10,
  HBT = 75,
  EMIN = 150;
const rng = (s) => {
  s ^= s << 13;
  s ^= s >>> 17;
  s ^= s << 5;
  return s | 0;
};
const EMPTY = [];
// persistent append-only log: shared backing buffer, each version is a length view
class Log {
  constructor(buf, len) {
    this.buf = buf;
    this.len = len;
  }
  term(i) {
    return i < 1 ? 0 : this.buf[i - 1].term;
  }
  push(e) {
    let b = this.buf;
    const q = b[this.len];
    if (q !== undefined && q.term === e.term && q.v === e.v)
      return new Log(b, this.len + 1); /* replay of the same entry: reuse */
    if (b.length !== this.len) b = b.slice(0, this.len);
    b.push(e);
    return new Log(b, this.len + 1);
  }
}
class Ev {
  constructor(at, seq, kind, from, to, term, a, b, ents, c) {
    this.at = at;
    this.seq = seq;
    this.kind = kind;
    this.from = from;
    this.to = to;
    this.term = term;
    this.a = a;
    this.b = b;
    this.ents = ents;
    this.c = c;
  }
}
class Ent {
  constructor(term, v) {
    this.term = term;
    this.v = v;
  }
}
// ---------- mutable ----------
class MNode {
  constructor(id, n) {
    this.id = id;
    this.role = F;
    this.term = 0;
    this.voted = -1;
    this.log = new Log([], 0);
    this.commit = 0;
    this.dead = 0;
    this.next = new Int32Array(n);
    this.match = new Int32Array(n);
    this.infl = new Uint8Array(n);
    this.votes = 0;
    this.leader = -1;
  }
  clone() {
    const o = new MNode(this.id, 0);
    o.role = this.role;
    o.term = this.term;
    o.voted = this.voted;
    o.log = this.log;
    o.commit = this.commit;
    o.dead = this.dead;
    o.next = this.next.slice();
    o.match = this.match.slice();
    o.infl = this.infl.slice();
    o.votes = this.votes;
    o.leader = this.leader;
    return o;
  }
}
export class Mut {
  constructor(n, seed = 7, batch = 1e9) {
    this.n = n;
    this.batch = batch;
    this.t = 0;
    this.seq = 0;
    this.r = seed;
    this.h = [];
    this.delivered = 0;
    this.steps = 0;
    this.nodes = [];
    if (n)
      for (let i = 0; i < n; i++) {
        const x = new MNode(i, n);
        this.nodes.push(x);
        x.dead = this.rnd();
        this.put(x.dead, TICK, i, i, 0, 0, 0, EMPTY, 0);
      }
  }
  snapshot() {
    const o = new Mut(0);
    o.n = this.n;
    o.batch = this.batch;
    o.t = this.t;
    o.seq = this.seq;
    o.r = this.r;
    o.h = this.h.slice();
    o.delivered = this.delivered;
    o.steps = this.steps;
    o.nodes = this.nodes.map((x) => x.clone());
    return o;
  }
  rnd() {
    this.r = rng(this.r);
    return this.t + EMIN + ((this.r >>> 0) % EMIN);
  }
  put(at, kind, from, to, term, a, b, ents, c) {
    const e = new Ev(at, this.seq++, kind, from, to, term, a, b, ents, c),
      h = this.h;
    let i = h.length;
    h.push(e);
    while (i > 0) {
      const p = (i - 1) >> 1,
        q = h[p];
      if (q.at < at || (q.at === at && q.seq < e.seq)) break;
      h[i] = q;
      i = p;
    }
    h[i] = e;
  }
  pop() {
    const h = this.h,
      r = h[0],
      e = h.pop(),
      m = h.length;
    if (m) {
      let i = 0;
      for (;;) {
        let c = 2 * i + 1;
        if (c >= m) break;
        const d = c + 1;
        if (d < m && (h[d].at < h[c].at || (h[d].at === h[c].at && h[d].seq < h[c].seq))) c = d;
        const q = h[c];
        if (e.at < q.at || (e.at === q.at && e.seq < q.seq)) break;
        h[i] = q;
        i = c;
      }
      h[i] = e;
    }
    return r;
  }
  ae(x, p) {
    const nx = x.next[p],
      last = x.log.len,
      k = x.infl[p] ? nx - 1 : Math.min(last, nx - 1 + this.batch);
    this.put(
      this.t + LAT,
      AE,
      x.id,
      p,
      x.term,
      nx - 1,
      x.log.term(nx - 1),
      k >= nx ? x.log.buf.slice(nx - 1, k) : EMPTY,
      Math.min(x.commit, k),
    );
    if (k >= nx) x.infl[p] = 1;
  }
  propose(v) {
    const x = this.lead();
    if (!x) return false;
    x.log = x.log.push(new Ent(x.term, v));
    for (let p = 0; p < this.n; p++) if (p !== x.id && !x.infl[p]) this.ae(x, p);
    return true;
  }
  lead() {
    let l = null;
    for (let i = 0; i < this.n; i++) {
      const x = this.nodes[i];
      if (x.role === L && (!l || x.term > l.term)) l = x;
    }
    return l;
  }
  step() {
    const e = this.pop();
    this.t = e.at;
    this.steps++;
    const x = this.nodes[e.to];
    if (e.kind === TICK) {
      if (x.role === L) {
        this.put(this.t + EMIN, TICK, e.to, e.to, 0, 0, 0, EMPTY, 0);
        return;
      }
      if (x.dead > this.t) {
        this.put(x.dead, TICK, e.to, e.to, 0, 0, 0, EMPTY, 0);
        return;
      }
      x.role = C;
      x.term++;
      x.voted = x.id;
      x.votes = 1;
      x.dead = this.rnd();
      this.put(x.dead, TICK, e.to, e.to, 0, 0, 0, EMPTY, 0);
      for (let p = 0; p < this.n; p++)
        if (p !== x.id)
          this.put(this.t + LAT, RV, x.id, p, x.term, x.log.len, x.log.term(x.log.len), EMPTY, 0);
      return;
    }
    if (e.kind === HB) {
      if (x.role !== L || x.term !== e.term) return;
      for (let p = 0; p < this.n; p++) if (p !== x.id) this.ae(x, p);
      this.put(this.t + HBT, HB, e.to, e.to, x.term, 0, 0, EMPTY, 0);
      return;
    }
    this.delivered++;
    if (e.term > x.term) {
      x.term = e.term;
      x.role = F;
      x.voted = -1;
    }
    switch (e.kind) {
      case RV: {
        const ll = x.log.len,
          lt = x.log.term(ll);
        const g =
          e.term === x.term &&
          (x.voted < 0 || x.voted === e.from) &&
          (e.b > lt || (e.b === lt && e.a >= ll));
        if (g) {
          x.voted = e.from;
          x.dead = this.rnd();
        }
        this.put(this.t + LAT, RVR, x.id, e.from, x.term, g ? 1 : 0, 0, EMPTY, 0);
        break;
      }
      case RVR:
        if (x.role === C && e.term === x.term && e.a) {
          if (++x.votes > this.n / 2 && x.role === C) {
            x.role = L;
            x.next.fill(x.log.len + 1);
            x.match.fill(0);
            x.infl.fill(0);
            for (let p = 0; p < this.n; p++) if (p !== x.id) this.ae(x, p);
            this.put(this.t + HBT, HB, x.id, x.id, x.term, 0, 0, EMPTY, 0);
          }
        }
        break;
      case AE: {
        let ok = 0,
          mi = 0;
        if (e.term === x.term) {
          x.role = F;
          x.leader = e.from;
          x.dead = this.rnd();
          if (e.a <= x.log.len && (e.a === 0 || x.log.term(e.a) === e.b)) {
            ok = 1;
            let i = e.a;
            const es = e.ents;
            for (let k = 0; k < es.length; k++) {
              i++;
              if (i <= x.log.len) {
                if (x.log.term(i) === es[k].term) continue;
                x.log = new Log(x.log.buf, i - 1);
              }
              x.log = x.log.push(es[k]);
            }
            mi = i;
            if (e.c > x.commit) x.commit = Math.min(e.c, mi);
          }
        }
        this.put(this.t + LAT, AER, x.id, e.from, x.term, ok, mi, EMPTY, e.ents.length ? 1 : 0);
        break;
      }
      case AER:
        if (x.role === L && e.term === x.term) {
          const p = e.from;
          if (e.c || !e.a) x.infl[p] = 0;
          if (e.a) {
            if (e.b > x.match[p]) x.match[p] = e.b;
            x.next[p] = x.match[p] + 1;
            const m = x.match[p];
            if (m > x.commit && x.log.term(m) === x.term) {
              let c = 1;
              for (let i = 0; i < this.n; i++) if (i !== x.id && x.match[i] >= m) c++;
              if (c > this.n / 2) x.commit = m;
            }
          } else if (x.next[p] > 1) x.next[p]--;
          if (!x.infl[p] && x.next[p] <= x.log.len) this.ae(x, p);
        }
        break;
    }
  }
}

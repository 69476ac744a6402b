package cache

import (
	"context"
	"errors"
	"sync/atomic"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"

	"tutti/internal/telemetry"
)

// outcome is how a fill ended.
type outcome uint8

const (
	fillOK outcome = iota
	fillAbsent
	fillError
)

// stats counts what happens. Plain counters, read when somebody asks for the figures: a hit must cost next to nothing.
type stats struct {
	reads                                     [Bypass + 1]atomic.Int64 // by status
	fills                                     [fillError + 1]atomic.Int64
	droppedBuffer, droppedPolicy, droppedSize atomic.Int64
	evicted                                   atomic.Int64
}

func (s *stats) read(st Status) { s.reads[st].Add(1) }

func (s *stats) filled(o outcome) { s.fills[o].Add(1) }

// instruments are the figures of a cache, in the order of their names.
type instruments struct {
	reads, fills, dropped, evicted metric.Int64ObservableCounter
	size                           metric.Int64ObservableGauge
}

func newInstruments(m metric.Meter) (instruments, error) {
	var i instruments
	var errs [5]error
	i.reads, errs[0] = m.Int64ObservableCounter(telemetry.MetricCacheReads, metric.WithDescription("reads of a cache by result"))
	i.fills, errs[1] = m.Int64ObservableCounter(telemetry.MetricCacheFills, metric.WithDescription("fills of a cache by outcome"))
	i.dropped, errs[2] = m.Int64ObservableCounter(telemetry.MetricCacheDropped, metric.WithDescription("entries never kept, by reason"))
	i.evicted, errs[3] = m.Int64ObservableCounter(telemetry.MetricCacheEvicted, metric.WithDescription("entries that made room for others"))
	i.size, errs[4] = m.Int64ObservableGauge(telemetry.MetricCacheBytes, metric.WithUnit("By"), metric.WithDescription("bytes that the entries take"))
	return i, errors.Join(errs[:]...)
}

// register makes the figures readable until the registration is taken back.
func (s *stats) register(o Options, size func() int64) (metric.Registration, error) {
	ins, err := newInstruments(o.Kit.Meter)
	if err != nil {
		return nil, err
	}
	name := attribute.String(telemetry.AttrCache, o.Name)
	with := func(key, value string) metric.ObserveOption {
		return metric.WithAttributes(name, attribute.String(key, value))
	}
	observe := func(_ context.Context, ob metric.Observer) error {
		for st := None; st <= Bypass; st++ {
			ob.ObserveInt64(ins.reads, s.reads[st].Load(), with(telemetry.AttrCacheResult, st.String()))
		}
		ob.ObserveInt64(ins.fills, s.fills[fillOK].Load(), with(telemetry.AttrCacheOutcome, "ok"))
		ob.ObserveInt64(ins.fills, s.fills[fillAbsent].Load(), with(telemetry.AttrCacheOutcome, "absent"))
		ob.ObserveInt64(ins.fills, s.fills[fillError].Load(), with(telemetry.AttrCacheOutcome, "error"))
		ob.ObserveInt64(ins.dropped, s.droppedBuffer.Load(), with(telemetry.AttrCacheReason, "buffer full"))
		ob.ObserveInt64(ins.dropped, s.droppedPolicy.Load(), with(telemetry.AttrCacheReason, "policy"))
		ob.ObserveInt64(ins.dropped, s.droppedSize.Load(), with(telemetry.AttrCacheReason, "size"))
		ob.ObserveInt64(ins.evicted, s.evicted.Load(), metric.WithAttributes(name))
		ob.ObserveInt64(ins.size, size(), metric.WithAttributes(name))
		return nil
	}
	return o.Kit.Meter.RegisterCallback(observe, ins.reads, ins.fills, ins.dropped, ins.evicted, ins.size)
}

using System.Collections.Concurrent;
using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>Frames to be used again; each is used by one thread at a time.</summary>
internal sealed class FramePool(Func<FeelValue[]> make)
{
    private readonly ConcurrentBag<FeelValue[]> free = [];

    /// <summary>A frame, new or used before.</summary>
    public FeelValue[] Take() => free.TryTake(out var frame) ? frame : make();

    /// <summary>Gives a frame back.</summary>
    public void Return(FeelValue[] frame) => free.Add(frame);
}

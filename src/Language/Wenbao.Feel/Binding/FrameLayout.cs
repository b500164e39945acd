namespace Wenbao.Feel.Binding;

/// <summary>The slots of a frame. Expressions that share a frame are bound with one layout. Not safe for several threads at once.</summary>
public sealed class FrameLayout
{
    /// <summary>The number of slots so far: the length a frame must have.</summary>
    public int Size { get; private set; }

    /// <summary>A new slot.</summary>
    public int Allocate() => Size++;

    /// <summary>A frame of the present size, all null.</summary>
    public FeelValue[] NewFrame() => new FeelValue[Size];
}

namespace Wenbao.Platform.Data;

/// <summary>How hard SQLite presses each commit onto the disk (<c>PRAGMA synchronous</c>).</summary>
public enum SqliteSynchronous
{
    /// <summary>Not at all: for data that can be made again, such as a synthetic district being generated. A power cut may spoil the file.</summary>
    Off,

    /// <summary>At checkpoints: a power cut may lose the last commits but never spoils the file.</summary>
    Normal,

    /// <summary>At each commit: nothing that was answered with success is lost. The default.</summary>
    Full,
}

using System.Runtime.CompilerServices;
using Xunit;

namespace Wenbao.TestKit;

/// <summary>A test of something that is stored: it holds on SQLite and on PostgreSQL alike. Goes with <see cref="DatabaseDataAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatabaseTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : TheoryAttribute(sourceFilePath, sourceLineNumber);

namespace Wenbao.Kernel;

/// <summary>Either a value or the problem that stood in its way. Expected refusals are results; exceptions are bugs or broken machines.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly Problem? problem;

    private Result(T? value, Problem? problem)
    {
        this.value = value;
        this.problem = problem;
    }

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => problem is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is a problem instead: the caller did not ask first.</exception>
    public T Value => problem is null ? value! : throw new InvalidOperationException($"No value, but a problem: {problem}");

    /// <summary>The problem, or null when there is a value.</summary>
    public Problem? Problem => problem;

    /// <summary>A value as a result, where the implicit conversion does not apply because the value is an interface.</summary>
    public static Result<T> Of(T value) => new(value, null);

    /// <summary>A result with a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A result with a problem.</summary>
    public static implicit operator Result<T>(Problem problem) => new(default, problem ?? throw new ArgumentNullException(nameof(problem)));

    /// <summary>The result with its value changed, or the same problem.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return problem is null ? new Result<TOther>(change(value!), null) : new Result<TOther>(default, problem);
    }

    /// <summary>The next step's result, or the same problem.</summary>
    public Result<TOther> Then<TOther>(Func<T, Result<TOther>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return problem is null ? next(value!) : new Result<TOther>(default, problem);
    }
}

/// <summary>The value of an operation that answers with nothing but its success.</summary>
public readonly record struct Unit;

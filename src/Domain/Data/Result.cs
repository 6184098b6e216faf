using System.Diagnostics.CodeAnalysis;

namespace ChatRoom.Domain.Data;

/// <summary>
/// What came of a parse: a value, or why there is none. LanguageExt's Either is the same and more, and can't be compiled to a native
/// program.
/// </summary>
public readonly struct Result<T, TFault> : IEquatable<Result<T, TFault>> where T : notnull where TFault : notnull
{
    private readonly T? _value;
    private readonly TFault? _fault;

    private Result(T? value, TFault? fault, bool isOk) => (_value, _fault, IsOk) = (value, fault, isOk);

    public bool IsOk { get; }

    [SuppressMessage("Usage", "CA2225", Justification = "A parser returns one or the other; a named way to do so would only be longer.")]
    public static implicit operator Result<T, TFault>(T value) => new(value, default, true);

    [SuppressMessage("Usage", "CA2225", Justification = "Likewise.")]
    public static implicit operator Result<T, TFault>(TFault fault) => new(default, fault, false);

    public static bool operator ==(Result<T, TFault> left, Result<T, TFault> right) => left.Equals(right);

    public static bool operator !=(Result<T, TFault> left, Result<T, TFault> right) => !left.Equals(right);

    public bool TryGet([MaybeNullWhen(false)] out T value, [MaybeNullWhen(true)] out TFault fault)
    {
        (value, fault) = (_value, _fault);
        return IsOk;
    }

    public TOut Match<TOut>(Func<T, TOut> value, Func<TFault, TOut> fault)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(fault);
        return IsOk ? value(_value!) : fault(_fault!);
    }

    public void Match(Action<T> value, Action<TFault> fault)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(fault);
        if (IsOk)
            value(_value!);
        else
            fault(_fault!);
    }

    public Result<TOut, TFault> Map<TOut>(Func<T, TOut> map) where TOut : notnull
    {
        ArgumentNullException.ThrowIfNull(map);
        return IsOk ? map(_value!) : _fault!;
    }

    public Result<TOut, TFault> Bind<TOut>(Func<T, Result<TOut, TFault>> bind) where TOut : notnull
    {
        ArgumentNullException.ThrowIfNull(bind);
        return IsOk ? bind(_value!) : _fault!;
    }

    public Option<T> ToOption() => IsOk ? _value! : Option<T>.None;

    /// <summary>The value, or what is made of the fault: an exception, where there can be no fault.</summary>
    public T IfFault(Func<TFault, T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsOk ? _value! : other(_fault!);
    }

    public bool Equals(Result<T, TFault> other) =>
        IsOk == other.IsOk && EqualityComparer<T>.Default.Equals(_value, other._value) && EqualityComparer<TFault>.Default.Equals(_fault, other._fault);

    public override bool Equals(object? obj) => obj is Result<T, TFault> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(IsOk, _value, _fault);
}

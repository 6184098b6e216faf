using System.Collections.Immutable;

namespace ChatRoom.Client;

/// <summary>What every update of the client yields: the next model, and what is to be done outside, in order.</summary>
public readonly record struct Step<TModel, TEffect>(TModel Model, ImmutableList<TEffect> Effects)
{
    public Step<TModel, TEffect> With(TModel model) => this with { Model = model };

    public Step<TModel, TEffect> And(TEffect effect) => this with { Effects = Effects.Add(effect) };

    /// <summary>Goes on from here, with the effects of both.</summary>
    public Step<TModel, TEffect> Then(Func<TModel, Step<TModel, TEffect>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var (model, effects) = next(Model);
        return new(model, Effects.AddRange(effects));
    }
}

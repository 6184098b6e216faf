using System.Collections.Immutable;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>What an update yields: the next model, and what the shell has to do, in order.</summary>
public readonly record struct Step(ClientModel Model, ImmutableList<ClientEffect> Effects)
{
    internal static Step Of(ClientModel model) => new(model, []);

    internal Step With(ClientModel model) => this with { Model = model };

    internal Step Send(Message line) => this with { Effects = Effects.Add(new ClientEffect.Send(line)) };

    internal Step Send(string command, params ReadOnlySpan<string> parameters) => Send(Message.Of(command, parameters));

    /// <summary>
    /// While a room's history is played, what happens meanwhile waits behind it, so that a person reads everything in its order.
    /// </summary>
    internal Step Tell(ChatEvent happened) => Model.IsLoading && !happened.At.History
        ? With(Model with { Held = Model.Held.Add(happened) })
        : TellNow(happened);

    /// <summary>Does not wait behind anything, and is remembered as what we know.</summary>
    internal Step TellNow(ChatEvent happened) =>
        new(Model.Remembering(happened), Effects.Add(new ClientEffect.Tell(happened)));

    internal Step End(Ending ending) =>
        new(Model with { Phase = ClientPhase.Ended }, Effects.Add(new ClientEffect.End(ending)));

    /// <summary>Goes on from here.</summary>
    internal Step Then(Func<ClientModel, Step> next)
    {
        var (model, effects) = next(Model);
        return new(model, Effects.AddRange(effects));
    }
}

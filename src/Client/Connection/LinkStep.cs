using System.Collections.Immutable;

namespace ChatRoom.Client.Connection;

/// <summary>What an update of the link yields: the next model, and what the shell has to do, in order.</summary>
public readonly record struct LinkStep(LinkModel Model, ImmutableList<LinkEffect> Effects)
{
    internal static LinkStep Of(LinkModel model, params ReadOnlySpan<LinkEffect> effects) => new(model, [.. effects]);
}

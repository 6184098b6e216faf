using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Cli.Join;

/// <summary>
/// Wishes with the line of the input that each comes from, for a session that has no use for the numbers: at the end they say where the input
/// was given up.
/// </summary>
internal sealed class NumberedWishes(ChannelReader<NumberedWish> inner) : ChannelReader<ClientMessage>
{
    /// <summary>The first line that was read from the input and never taken; null where nothing is left.</summary>
    public int? FirstLeft => inner.TryPeek(out var next) && next.Wish is ClientMessage.Say ? next.Line : null;

    public override Task Completion => inner.Completion;

    public override bool TryRead([MaybeNullWhen(false)] out ClientMessage item)
    {
        var isThere = inner.TryRead(out var next);
        item = next.Wish;
        return isThere;
    }

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => inner.WaitToReadAsync(cancellationToken);
}

internal readonly record struct NumberedWish(ClientMessage Wish, int Line);

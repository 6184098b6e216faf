using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>
/// Where a session's messages come from, the more urgent first: posted ones, the server, the person. Waits for all of them at once and
/// keeps what it waits for, so that the owner has no lock and loses nothing.
/// </summary>
internal sealed class InputMerger(
    ChannelReader<ClientMessage> posted, ChannelReader<ClientMessage> heard, ChannelReader<ClientMessage> wishes)
{
    private readonly Source _posted = new(posted);
    private readonly Source _heard = new(heard);
    private readonly Source _wishes = new(wishes);

    public bool TryTake(bool wishesToo, [NotNullWhen(true)] out ClientMessage? message) =>
        posted.TryRead(out message) || heard.TryRead(out message) || (wishesToo && wishes.TryRead(out message));

    public async Task Wait(bool wishesToo)
    {
        Task<bool>[] waits = wishesToo ? [_posted.More(), _heard.More(), _wishes.More()] : [_posted.More(), _heard.More()];
        // Awaited twice, so that the fault of a source is thrown here and ends the session.
        await await Task.WhenAny(waits);
    }

    private sealed class Source(ChannelReader<ClientMessage> channel)
    {
        private static readonly Task<bool> Never = new TaskCompletionSource<bool>().Task;

        private Task<bool>? _more;

        /// <summary>Completes when there is something. A source that is over never has more, and must not wake anybody again.</summary>
        public Task<bool> More()
        {
            if (_more is null or { IsCompletedSuccessfully: true, Result: true })
                _more = channel.WaitToReadAsync().AsTask();
            if (_more is { IsCompletedSuccessfully: true, Result: false })
                _more = Never;
            return _more;
        }
    }
}

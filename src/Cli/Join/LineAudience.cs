using System.Text;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Cli.Join;

/// <summary>Prints events: chat on stdout, what is about the chat on stderr. Remembers what a script has to know at the end.</summary>
/// <param name="output">Buffered: it is flushed whenever there is nothing more to show for now.</param>
internal sealed class LineAudience(Stream output, TextWriter error, PlainText plain, bool json) : IEventSink
{
    /// <summary>Called once when there is nothing left to be in: the room refused us, or we were made to leave.</summary>
    public Action OnRoomLost { get; set; } = () => { };

    /// <summary>Called once when our output goes nowhere any more.</summary>
    public Action OnOutputLost { get; set; } = () => { };

    /// <summary>Asked whenever there is nothing more to show for now; what it says goes to stderr.</summary>
    public Func<string?> OnSettled { get; set; } = () => null;

    /// <summary>Only what went wrong is told: who says one line looks at the exit code.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether something that the person asked for was not done.</summary>
    public bool SomethingFailed { get; private set; }

    /// <summary>The pipe was closed (`| head -1`).</summary>
    public bool NobodyReads { get; private set; }

    /// <summary>Why nothing can be printed any more, when that is not because nobody reads: the disk is full.</summary>
    public string? OutputFault { get; private set; }

    public void Show(ChatEvent happened)
    {
        var line = plain.Of(happened);
        if (IsQuiet)
        {
            if (IsFailure(happened))
                Complain(line.Text);
        }
        else if (json)
            Write(stream => JsonEvents.Write(happened, stream));
        else if (line.IsChat)
            Write(stream => stream.Write(Encoding.UTF8.GetBytes(line.Text + "\n")));
        if (!IsQuiet && (IsFailure(happened) || (!json && !line.IsChat)))
            Complain(line.Text);
        SomethingFailed |= IsFailure(happened);
        if (happened is ChatEvent.RoomRefused or ChatEvent.Kicked { Own: true } or ChatEvent.Left { Own: true })
            OnRoomLost();
    }

    public ValueTask Settle()
    {
        if (OnSettled() is { } progress)
            Complain(progress);
        Write(stream => stream.Flush());
        return ValueTask.CompletedTask;
    }

    /// <summary>On a terminal both streams are one picture, so what was printed before has to be there before.</summary>
    public void Complain(string text)
    {
        Write(stream => stream.Flush());
        error.WriteLine(text);
        error.Flush();
    }

    /// <summary>Failures stand on stderr in any form of output, so that nobody has to parse for them.</summary>
    private static bool IsFailure(ChatEvent happened) =>
        happened is ChatEvent.Failed or ChatEvent.RoomRefused or ChatEvent.Refused or ChatEvent.Kicked { Own: true };

    private void Write(Action<Stream> write)
    {
        if (NobodyReads || OutputFault is not null)
            return;
        try
        {
            write(output);
        }
        catch (IOException fault) when (fault.HResult == StandardStreams.BrokenPipe)
        {
            // A closed pipe is how the reader says that it has enough. There is nobody to tell.
            NobodyReads = true;
            OnOutputLost();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            OutputFault = fault.InnerException?.Message ?? fault.Message;
            OnOutputLost();
        }
    }
}

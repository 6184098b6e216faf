using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Search;
using ChatRoom.Server.Control;

namespace ChatRoom.Cli.Admin;

/// <summary>What an operator wants done with what is kept.</summary>
public abstract record AdminRequest
{
    private AdminRequest(string? data) => Data = data;

    /// <summary>The folder; null for the platform's place.</summary>
    public string? Data { get; }

    /// <summary>The address of a journal that servers share, instead of a folder.</summary>
    public string? Journal { get; init; }

    public sealed record Verify(string? Data) : AdminRequest(Data);

    public sealed record Backup(string File, string? Data, bool Force) : AdminRequest(Data);

    public sealed record Restore(string File, string? Data) : AdminRequest(Data);

    public sealed record Export(string? Data, ExportQuery Query) : AdminRequest(Data);

    /// <param name="Words">What is looked for.</param>
    /// <param name="Fits">What has to be true besides.</param>
    /// <param name="Most">So many of the newest.</param>
    public sealed record Search(string? Data, SearchWords Words, ExportQuery Fits, int Most) : AdminRequest(Data);

    /// <summary>To another place, another engine's too. Each is a folder or an address.</summary>
    public sealed record Move(string? From, string To) : AdminRequest(From);

    /// <param name="At">A moment or a message's id.</param>
    public sealed record Replay(string? Data, string At, bool Json) : AdminRequest(Data);

    /// <param name="What">Whose words.</param>
    /// <param name="IsMeant">Without it, it is only said how much it would be.</param>
    public sealed record Forget(string? Data, ForgetQuery What, bool IsMeant) : AdminRequest(Data);

    /// <summary>About accounts, beside a running server and without one.</summary>
    /// <param name="Name">Which; empty where none is meant.</param>
    /// <param name="Detail">What of it, such as a certificate's fingerprint; empty where all of it is meant.</param>
    public sealed record Account(string? Data, AccountDeed Deed, string Name, string Detail = "") : AdminRequest(Data)
    {
        /// <summary>What can't be taken back is meant.</summary>
        public bool IsMeant { get; init; }

        public bool IsOperator { get; init; }

        public bool IsForced { get; init; }
    }

    /// <summary>What a tool of operators asks, of a running server or without one.</summary>
    public sealed record Order(string? Data, ControlRequest What) : AdminRequest(Data);

    /// <summary>Of a running server: its settings are read again.</summary>
    public sealed record Reload(string? Data) : AdminRequest(Data);
}

using ChatRoom.Bench.Driver;

namespace ChatRoom.Bench.Crash;

/// <summary>Somebody in the room who remembers everything that they heard there.</summary>
public class Person(WireClient wire, string name) : IAsyncDisposable
{
    public const string Room = "#crash";

    public const string Capabilities = "message-tags server-time echo-message labeled-response batch draft/chathistory";

    public string Name { get; } = name;

    public List<SaidLine> Heard { get; } = [];

    protected WireClient Wire { get; } = wire;

    public static async Task<Person> Come(System.Net.IPEndPoint server, string name, string capabilities) =>
        new(await WireClient.EnterRoom(server, name, Room, capabilities), name);

    /// <summary>Listens until the server is gone.</summary>
    public async Task Listen()
    {
        while (await Wire.Heard.Next() is { } line)
        {
            if (SaidLine.Read(line) is not { } said)
                continue;
            Heard.Add(said);
            await Note(said);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Wire.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual ValueTask Note(SaidLine said) => ValueTask.CompletedTask;
}

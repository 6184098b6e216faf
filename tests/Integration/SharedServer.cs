namespace ChatRoom.Integration.Tests;

/// <summary>One server for all the tests of a class, which don't disturb each other: each has a room of its own.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private readonly RunningServer _server = new("--memory", "--flood", "off");

    public System.Net.IPEndPoint EndPoint => _server.EndPoint;

    public Task InitializeAsync() => _server.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();
}

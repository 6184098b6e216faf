namespace ChatRoom.Architecture.Tests;

/// <summary>An engineer who knows the subject but not this code finds a thing by its usual name, with one search over the sources.</summary>
public sealed class GlossaryTests
{
    [Theory]
    [InlineData("send queue", "src/Server/Hubs/Backlog.cs")]
    [InlineData("back-pressure", "src/Server/Hubs/Outbox.cs")]
    [InlineData("rate limit", "src/Server/Sessions/TokenBucket.cs")]
    [InlineData("ping timeout", "src/Server/Limits.cs", "src/Server/Sessions/ConnectionRegistry.cs")]
    [InlineData("idempotency key", "src/Domain/Names/IdempotencyKey.cs")]
    [InlineData("channel's members", "src/Domain/Worlds/Room.cs")]
    [InlineData("graceful shutdown", "src/Server/Hosting/ChatServer.cs")]
    [InlineData("online backup", "src/Journal/Maintenance/Backup.cs")]
    [InlineData("reconnect back-off", "src/Client/Connection/LinkUpdate.cs")]
    public void A_usual_name_leads_to_its_file(string name, params string[] files) => Assert.Equal(
        files, Repository.Files(".cs", "src").Where(file => file.Text.Contains(name, StringComparison.OrdinalIgnoreCase)).Select(file => file.Path).Order());
}

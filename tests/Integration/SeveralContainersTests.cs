using ChatRoom.Integration.Tests.Containers;
using DotNet.Testcontainers.Networks;
using Testcontainers.PostgreSql;

namespace ChatRoom.Integration.Tests;

/// <summary>The image with a database in a container beside it.</summary>
[Collection(ContainerCollection.Name)]
[Trait(EngineFactAttribute.Needs, EngineFactAttribute.Engine)]
public sealed class SeveralContainersTests(ChatRoomImage image)
{
    [EngineFact]
    public async Task Two_of_them_are_one_chat_and_what_was_said_on_one_that_is_killed_is_there_on_the_other()
    {
        var containers = await image.Containers();
        await using var network = TestcontainersEngine.Network();
        await using var database = TestcontainersEngine.Database(network);
        await database.StartAsync();
        await using var one = containers.Create(Settings(network, "one.test"));
        await using var two = containers.Create(Settings(network, "two.test"));
        await one.Start();
        await two.Start();
        await using var tuan = await WireClient.EnterRoom(one.EndPoint, "Tuan", "#lobby", "echo-message");
        await using var duy = await WireClient.EnterRoom(two.EndPoint, "Duy", "#lobby", "batch draft/chathistory");
        await tuan.Send("PRIVMSG #lobby :kept");
        await tuan.Heard.Until(" :kept");
        await duy.Heard.Until(" PRIVMSG #lobby :kept");

        await one.Kill();

        await duy.Heard.Until(" QUIT ");
        await duy.Send("CHATHISTORY LATEST #lobby * 10");
        Assert.Equal(["kept"], (await duy.Heard.AllUntil(" BATCH -")).Said());
    }

    /// <summary>As Testcontainers runs it, which wants tests that are fast.</summary>
    [EngineFact]
    public async Task A_database_that_does_not_wait_for_its_disk_is_refused()
    {
        var containers = await image.Containers();
        await using var network = TestcontainersEngine.Network();
        await using var database = TestcontainersEngine.Database(network, "-c", "fsync=off");
        await database.StartAsync();

        var ended = await containers.Run(Settings(network, "one.test"));

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("fsync", ended.Errors.Split('\n')[0]);
    }

    private static ContainerSettings Settings(INetwork network, string name) => ChatRoomImage.Settings() with
    {
        Network = network,
        Environment = new Dictionary<string, string>
        {
            ["CHATROOM_SERVER_NAME"] = name,
            ["CHATROOM_SERVER_JOURNAL"] = $"postgres://{PostgreSqlBuilder.DefaultUsername}@{ContainerSettings.Database}/{PostgreSqlBuilder.DefaultDatabase}",
            ["PGPASSWORD"] = PostgreSqlBuilder.DefaultPassword,
        },
    };
}

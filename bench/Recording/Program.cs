using ChatRoom.Bench.Recording;
using ChatRoom.Cli.Demo;
using ChatRoom.Tui.Settings;

// Records `chatroom demo` as a picture that moves: dotnet run -c Release --project bench/Recording -- docs/pictures/demo.svg
if (args is not [var file])
{
    await Console.Error.WriteLineAsync("recording: name the file to write, for example docs/pictures/demo.svg");
    return 2;
}
var folder = Directory.CreateTempSubdirectory("chatroom-recording-");
try
{
    var screen = new RecordedScreen(new(84, 24), TimeProvider.System);
    await using var room = await DemoRoom.Open(TimeProvider.System, CancellationToken.None);
    var around = new ProcessEnvironment(name => name is ConfigFolder.Variable or "XDG_STATE_HOME" ? folder.FullName : null, "Mai");
    var end = Demonstration.Tour(room, screen, around, Console.Error, CancellationToken.None);
    await screen.Shows("The keys are yours");
    await Task.Delay(TimeSpan.FromSeconds(4));
    screen.Leave();
    await end;
    var svg = Film.Of(screen.Frames);
    await File.WriteAllTextAsync(file, svg);
    Console.WriteLine($"{file}: {screen.Frames.Count} frames, {screen.Frames[^1].At.TotalSeconds:0} s, {svg.Length / 1024} KiB");
    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

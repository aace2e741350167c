using System.Globalization;
using DcOps.Fuzz;

// Throws made-up input at everything that reads what a device sends, for a given time. Ends with 1 when something was found.
const int Found = 1;
var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 60;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Random.Shared.Next();
return Campaign.Run(TimeSpan.FromSeconds(seconds), seed, Console.Out) == 0 ? 0 : Found;
